# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'sentence.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, QSize, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout,
    QLabel, QLineEdit, QListView, QListWidget,
    QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_Sentence(object):
    def setupUi(self, Sentence):
        if not Sentence.objectName():
            Sentence.setObjectName(u"Sentence")
        Sentence.resize(620, 380)
        self.outer = QVBoxLayout(Sentence)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(20, 20, 20, 16)
        self.lead = QLabel(Sentence)
        self.lead.setObjectName(u"lead")
        self.lead.setWordWrap(True)

        self.outer.addWidget(self.lead)

        self.list = QListWidget(Sentence)
        self.list.setObjectName(u"list")
        self.list.setWordWrap(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setSpacing(2)
        self.list.setMaximumSize(QSize(16777215, 130))

        self.outer.addWidget(self.list)

        self.amount_row = QWidget(Sentence)
        self.amount_row.setObjectName(u"amount_row")
        self.amount_layout = QHBoxLayout(self.amount_row)
        self.amount_layout.setSpacing(8)
        self.amount_layout.setObjectName(u"amount_layout")
        self.amount_layout.setContentsMargins(0, 0, 0, 0)
        self.amount_label = QLabel(self.amount_row)
        self.amount_label.setObjectName(u"amount_label")

        self.amount_layout.addWidget(self.amount_label)

        self.amount = QLineEdit(self.amount_row)
        self.amount.setObjectName(u"amount")

        self.amount_layout.addWidget(self.amount)


        self.outer.addWidget(self.amount_row)

        self.preview = QLabel(Sentence)
        self.preview.setObjectName(u"preview")
        self.preview.setWordWrap(True)
        self.preview.setMargin(10)
        self.preview.setMinimumSize(QSize(0, 88))
        self.preview.setAlignment(Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)
        self.preview.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.preview.setFrameShape(QFrame.Shape.StyledPanel)

        self.outer.addWidget(self.preview)

        self.remark = QLabel(Sentence)
        self.remark.setObjectName(u"remark")
        self.remark.setWordWrap(True)

        self.outer.addWidget(self.remark)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.replace = QPushButton(Sentence)
        self.replace.setObjectName(u"replace")

        self.button_row.addWidget(self.replace)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.gap)

        self.ok = QPushButton(Sentence)
        self.ok.setObjectName(u"ok")

        self.button_row.addWidget(self.ok)

        self.cancel = QPushButton(Sentence)
        self.cancel.setObjectName(u"cancel")

        self.button_row.addWidget(self.cancel)


        self.outer.addLayout(self.button_row)

#if QT_CONFIG(shortcut)
        self.amount_label.setBuddy(self.amount)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Sentence)
        self.cancel.clicked.connect(Sentence.reject)

        self.ok.setDefault(True)


        QMetaObject.connectSlotsByName(Sentence)
    # setupUi

    def retranslateUi(self, Sentence):
        Sentence.setWindowTitle(QCoreApplication.translate("Sentence", u"\u6309\u8868\u4e2d\u6570\u5b57\u5199\u7684\u53e5\u5b50", None))
#if QT_CONFIG(accessibility)
        self.list.setAccessibleName(QCoreApplication.translate("Sentence", u"\u53ef\u4ee5\u63d2\u5165\u7684\u53e5\u5b50", None))
#endif // QT_CONFIG(accessibility)
        self.amount_label.setText(QCoreApplication.translate("Sentence", u"\u91d1\u989d\uff08\u5143\uff0c\u6ca1\u6709\u6536\u53d6\u5c31\u7559\u7a7a\uff09", None))
        self.replace.setText(QCoreApplication.translate("Sentence", u"\u6362\u6389\u540c\u7c7b\u7684\u53e5\u5b50", None))
        self.ok.setText(QCoreApplication.translate("Sentence", u"\u63d2\u5230\u5149\u6807\u5904", None))
        self.cancel.setText(QCoreApplication.translate("Sentence", u"\u53d6\u6d88", None))
    # retranslateUi

